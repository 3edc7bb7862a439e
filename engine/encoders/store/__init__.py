"""The weight store: encoders' weight files in a per-user folder, fetched only when asked for.

Nothing in here trusts a file: it is safetensors, its header is sound, its tensors are those of the
model it claims to be, and its SHA-256 is the one that was pinned. Importing the package, the
store and the messages is free of torch and of the network.
"""
