"""The values that everything else is about: cases, scenarios, results, snapshots and problems, all frozen."""
