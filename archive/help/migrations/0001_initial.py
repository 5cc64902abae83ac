import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kiosks", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="HelpRequest",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("month", models.CharField(max_length=7)),
                ("needs", models.JSONField()),
                ("language", models.CharField(max_length=64)),
                ("contact", models.TextField()),
                ("note", models.TextField(blank=True)),
                ("status", models.CharField(choices=[("new", "New"), ("answered", "Answered")], default="new", max_length=8)),
                ("kiosk", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kiosks.kiosk")),
            ],
            options={
                "ordering": ("status", "-month", "id"),
            },
        ),
    ]
