"""One module per command of `idr-archive`, each with `run(args, config) -> exit code`."""
