from story_fixtures import administrator, english, reviewer, second_reviewer, shelf

__all__ = ["administrator", "english", "reviewer", "second_reviewer", "shelf"]
