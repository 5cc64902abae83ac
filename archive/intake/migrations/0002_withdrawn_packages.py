from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="package",
            name="withdrawal_verifier",
            field=models.CharField(blank=True, db_index=True, default="", max_length=64),
        ),
        migrations.AlterField(
            model_name="package",
            name="state",
            field=models.CharField(
                choices=[("stored", "Stored"), ("opened", "Opened"), ("quarantined", "Quarantined"), ("withdrawn", "Withdrawn")],
                default="stored",
                max_length=12,
            ),
        ),
    ]
