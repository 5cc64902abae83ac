import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import archive.stories.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("intake", "0001_initial"),
        ("kiosks", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Rendition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64)),
                ("consent_sha256", models.CharField(max_length=64)),
                ("shown_name", models.CharField(max_length=120, null=True)),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="RenditionFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.CharField(default=archive.stories.models.new_public_id, max_length=32, unique=True)),
                ("kind", models.CharField(choices=[("audio", "Audio"), ("photo", "Photo")], max_length=5)),
                ("position", models.PositiveSmallIntegerField()),
                ("prompt", models.CharField(blank=True, max_length=16)),
                ("caption", models.CharField(blank=True, max_length=280)),
                ("duration_ms", models.PositiveBigIntegerField(default=0)),
                ("blob_id", models.CharField(max_length=64)),
                ("sha256", models.CharField(max_length=64)),
                ("size_bytes", models.PositiveBigIntegerField()),
                ("rendition", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="files", to="stories.rendition")),
            ],
            options={
                "ordering": ("kind", "position"),
            },
        ),
        migrations.CreateModel(
            name="Story",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("story_id", models.UUIDField(unique=True)),
                ("language", models.CharField(max_length=64)),
                ("identity_kind", models.CharField(choices=[("none", "none"), ("other", "other"), ("own", "own")], max_length=8)),
                ("name", models.CharField(max_length=120, null=True)),
                (
                    "voice",
                    models.CharField(
                        choices=[("own", "own"), ("reader", "reader"), ("words", "words"), ("archive", "archive")], max_length=8
                    ),
                ),
                ("event_id", models.CharField(max_length=64, null=True)),
                ("month", models.CharField(max_length=7)),
                ("withdrawal_verifier", models.CharField(db_index=True, max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "waiting for review"),
                            ("in_review", "in review"),
                            ("approved", "approved"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                            ("rejected", "rejected"),
                        ],
                        db_index=True,
                        default="received",
                        max_length=12,
                    ),
                ),
                ("closed_reason", models.CharField(blank=True, max_length=32)),
                ("kiosk", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kiosks.kiosk")),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.AddField(
            model_name="rendition",
            name="story",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="renditions", to="stories.story"),
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.CharField(default=archive.stories.models.new_public_id, max_length=32, unique=True)),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "rendition",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="publications", to="stories.rendition"),
                ),
                ("story", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="publications", to="stories.story")),
            ],
            options={
                "ordering": ("-started_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="PartReceived",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("part", models.CharField(choices=[("listen", "listen"), ("master", "master")], max_length=6)),
                ("package", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intake.package")),
                ("story", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="stories.story")),
            ],
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uses", models.JSONField()),
                ("texts", models.JSONField()),
                ("interface_language", models.CharField(max_length=64)),
                ("heard_aloud", models.BooleanField()),
                ("sha256", models.CharField(max_length=64)),
                ("story", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="consent", to="stories.story")),
            ],
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rendition_sha256", models.CharField(max_length=64)),
                ("consent_sha256", models.CharField(max_length=64)),
                ("voided", models.BooleanField(default=False)),
                ("reviewer", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("story", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="approvals", to="stories.story")),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("prompt", models.CharField(max_length=16)),
                ("path", models.CharField(max_length=100)),
                ("blob_id", models.CharField(max_length=64, unique=True)),
                ("duration_ms", models.PositiveBigIntegerField()),
                ("sample_rate_hz", models.PositiveBigIntegerField()),
                ("loudness_centi_lufs", models.IntegerField(null=True)),
                ("name_marks", models.JSONField()),
                ("cuts", models.JSONField()),
                (
                    "received",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="stories.partreceived"),
                ),
            ],
            options={
                "ordering": ("position",),
                "constraints": [models.UniqueConstraint(fields=("received", "prompt"), name="answer_once_per_part")],
            },
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("path", models.CharField(max_length=100)),
                ("blob_id", models.CharField(max_length=64, unique=True)),
                ("caption", models.CharField(blank=True, max_length=280)),
                ("covers", models.PositiveBigIntegerField()),
                (
                    "received",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="photos", to="stories.partreceived"),
                ),
            ],
            options={
                "ordering": ("position",),
                "constraints": [models.UniqueConstraint(fields=("received", "position"), name="photo_once_per_part")],
            },
        ),
        migrations.AddConstraint(
            model_name="story",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("identity_kind", "none"), ("name__isnull", True)),
                    models.Q(models.Q(("identity_kind", "none"), _negated=True), ("name__isnull", False)),
                    _connector="OR",
                ),
                name="story_name_only_where_given",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)), fields=("story",), name="publication_one_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_at__isnull", True), ("ended_at__gte", models.F("started_at")), _connector="OR"),
                name="publication_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="partreceived",
            constraint=models.UniqueConstraint(fields=("story", "part"), name="story_part_once"),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.UniqueConstraint(
                condition=models.Q(("voided", False)), fields=("story", "reviewer"), name="approval_once_per_person"
            ),
        ),
    ]
