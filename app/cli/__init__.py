"""The command line: one module per subcommand, and no Qt in any of them."""
