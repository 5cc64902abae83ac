import django.db.models.deletion
from django.db import migrations, models

import archive.intake.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kiosks", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Package",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("package_id", models.CharField(max_length=32)),
                ("sha256", models.CharField(max_length=64)),
                ("size_bytes", models.BigIntegerField()),
                ("part", models.CharField(choices=[("listen", "listen"), ("master", "master")], max_length=8)),
                (
                    "state",
                    models.CharField(
                        choices=[("stored", "Stored"), ("opened", "Opened"), ("quarantined", "Quarantined")],
                        default="stored",
                        max_length=12,
                    ),
                ),
                ("reason", models.CharField(blank=True, default="", max_length=80)),
                ("received_day", models.DateField()),
                ("kiosk", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kiosks.kiosk")),
            ],
        ),
        migrations.CreateModel(
            name="LooseBlob",
            fields=[
                ("blob_id", models.CharField(max_length=32, primary_key=True, serialize=False)),
                (
                    "package",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="loose_blobs", to="intake.package"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "upload_id",
                    models.CharField(default=archive.intake.models.new_upload_id, max_length=32, primary_key=True, serialize=False),
                ),
                ("package_id", models.CharField(max_length=32)),
                ("sha256", models.CharField(max_length=64)),
                ("part", models.CharField(choices=[("listen", "listen"), ("master", "master")], max_length=8)),
                ("size_bytes", models.BigIntegerField()),
                ("durable_offset", models.BigIntegerField(default=0)),
                ("epoch", models.BigIntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("verifying", "Verifying"), ("stored", "Stored"), ("failed", "Failed")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("error", models.CharField(blank=True, default="", max_length=40)),
                ("expires_at", models.DateTimeField()),
                ("kiosk", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kiosks.kiosk")),
            ],
        ),
        migrations.AddConstraint(
            model_name="package",
            constraint=models.UniqueConstraint(fields=("kiosk", "package_id"), name="one_package_per_id"),
        ),
        migrations.AddConstraint(
            model_name="package",
            constraint=models.UniqueConstraint(fields=("kiosk", "sha256"), name="one_package_per_content"),
        ),
        migrations.AddConstraint(
            model_name="upload",
            constraint=models.UniqueConstraint(fields=("kiosk", "sha256"), name="one_upload_per_content"),
        ),
        migrations.AddConstraint(
            model_name="upload",
            constraint=models.UniqueConstraint(fields=("kiosk", "package_id"), name="one_upload_per_package"),
        ),
    ]
