"""Shows the meeting pages on invented data and saves them as pictures: `python -m tests.ui.look_at FOLDER [theme] [scale] [WxH] [part …]`."""



