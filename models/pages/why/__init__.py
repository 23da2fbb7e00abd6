"""Why is it so? What stands beside the stage about the statement that is picked."""
