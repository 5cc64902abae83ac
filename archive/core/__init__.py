"""What every part of the archive stands on: events, actions, jobs, blobs, roles."""
