"""The review desk: two different people listen and decide. The only pages on which unpublished material can be heard."""
