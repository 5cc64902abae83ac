"""The archive: receives sealed stories, opens them for its reviewers and publishes what two of them approved."""
