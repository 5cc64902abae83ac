from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kiosks", "0002_policy_and_next_secret")]

    operations = [
        migrations.AddField(
            model_name="kiosk",
            name="courier_key",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
    ]
