"""What can be done to a scenario, a workshop and a state: pure steps, and how an action is applied."""
