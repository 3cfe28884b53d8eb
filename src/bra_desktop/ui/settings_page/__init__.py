"""The page Inställningar: theme and size. page.py holds the widgets, presenter.py the choices without Qt."""
