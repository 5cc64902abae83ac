from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("stories", "0001_initial")]

    operations = [
        migrations.AddField("consent", "own_wish", models.BooleanField(default=False)),
        migrations.AddField("consent", "adult", models.BooleanField(default=False)),
        migrations.AddField("consent", "understood", models.BooleanField(default=False)),
        migrations.AddField("consent", "text_languages", models.JSONField(default=dict)),
    ]
