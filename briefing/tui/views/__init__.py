"""The six views of the app, one module each with its stylesheet beside it."""
