-- Takes the filled store away again: its rows are laid into its file.
detach kept;
