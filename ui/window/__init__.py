"""The parts of the main window, each for one reason; `ui.main_window` puts them together."""
