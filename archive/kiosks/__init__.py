"""The laptops that may add stories: enrolment by a one-time code, and the tokens they show afterwards."""
