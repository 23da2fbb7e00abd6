"""The Qt application: shows what the models know and decides nothing."""
