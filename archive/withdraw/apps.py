from django.apps import AppConfig


class WithdrawConfig(AppConfig):
    name = "archive.withdraw"
    label = "withdraw"
    default_auto_field = "django.db.models.BigAutoField"
