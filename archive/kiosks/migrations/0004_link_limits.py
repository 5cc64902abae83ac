from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kiosks", "0003_courier_key")]

    operations = [
        migrations.AddField("policyversion", "on_metered", models.CharField(max_length=16, null=True)),
        migrations.AddField("policyversion", "cap_kbit_s", models.PositiveIntegerField(null=True)),
        migrations.AddField("policyversion", "monthly_mb", models.PositiveIntegerField(null=True)),
    ]
