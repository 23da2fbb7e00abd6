"""All that the application knows: cases, scenarios, the engine, the answers and their sentences. No Qt."""
