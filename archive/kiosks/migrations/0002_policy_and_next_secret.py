from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kiosks", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="kiosk",
            name="next_secret_sha256",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.CreateModel(
            name="PolicyVersion",
            fields=[
                ("version", models.BigIntegerField(primary_key=True, serialize=False)),
                ("recipients", models.JSONField()),
                ("max_answer_minutes", models.PositiveIntegerField(null=True)),
                ("languages", models.JSONField(default=list)),
            ],
        ),
    ]
