"""The one exception that means "the input is at fault": its text is a sentence for the user."""


class InputError(ValueError):
    """Input the program cannot use. `str(error)` is one clear sentence that a user can act on.

    The command line prints it and exits with status 2; the window shows it in the message bar.
    Anything else that escapes is a bug and is treated as one (crash log, traceback).
    """
