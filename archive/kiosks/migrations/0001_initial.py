from django.db import migrations, models

import archive.kiosks.models


class Migration(migrations.Migration):
    initial = True

    operations = [
        migrations.CreateModel(
            name="EnrolmentToken",
            fields=[
                ("token_sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("kiosk_name", models.CharField(max_length=120)),
                ("event_id", models.CharField(max_length=64, null=True)),
                ("expires_at", models.DateTimeField()),
                ("used", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="Kiosk",
            fields=[
                (
                    "kiosk_id",
                    models.CharField(default=archive.kiosks.models.new_kiosk_id, max_length=16, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120)),
                ("event_id", models.CharField(max_length=64, null=True)),
                ("secret_sha256", models.CharField(max_length=64)),
                ("revoked", models.BooleanField(default=False)),
            ],
        ),
    ]
