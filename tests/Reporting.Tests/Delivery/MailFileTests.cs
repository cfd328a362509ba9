using Reporting.Portal;
using Reporting.Portal.Delivery;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Delivery;

/// <summary>data/mail.json: what is wrong is named with line and key, before anything is touched.</summary>
public sealed class MailFileTests : IDisposable
{
    const string Server = "\"host\": \"127.0.0.1\", \"security\": \"none\", \"from\": \"a@b.example\"";

    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("[]", 1, "host"), InlineData("{\n\"hots\": 1 }", 2, "hots"), InlineData("{\n\"port\": 25 }", 2, "port"), InlineData("{ \"host\": \"a.example\" }", 1, "from")]
    [InlineData("{ \"host\": \"a.example\",\n\"from\": \"nobody\" }", 2, "from"), InlineData("{ \"host\": \"a.example\", \"from\": \"a@b.example\",\n\"port\": 0 }", 2, "port")]
    [InlineData("{ \"host\": \"a.example\", \"from\": \"a@b.example\",\n\"security\": \"none\" }", 2, "security"), InlineData("{ \"host\": \"a.example\", \"from\": \"a@b.example\",\n\"security\": \"tls\" }", 2, "security")]
    [InlineData("{ " + Server + ",\n\"user\": \"u\" }", 2, "user"), InlineData("{ " + Server + ", \"user\": \"u\",\n\"password_file\": \"none\" }", 2, "password_file")]
    [InlineData("{ " + Server + ",\n\"base_url\": \"ftp://x/\" }", 2, "base_url"), InlineData("{ " + Server + ",\n\"attachment_bytes\": -1 }", 2, "attachment_bytes"), InlineData("{ " + Server + ",\n\"from\": \"a@b.example\" }", 2, "from")]
    [InlineData("{ \"people\": [\n{ \"name\": \"张\", \"mail\": \"a@b.example\" } ] }", 2, "roles"), InlineData("{ \"people\": [ { \"name\": \"张\",\n\"mail\": \"张@b.example\", \"unit\": \"310151102\" } ] }", 2, "mail")]
    [InlineData("{ \"people\": [ { \"name\": \"张\", \"mail\": \"a@b.example\",\n\"unit\": \"999\" } ] }", 2, "unit"), InlineData("{ \"people\": [ { \"name\": \"张\", \"mail\": \"a@b.example\", \"roles\": [\"leader\"],\n\"district\": \"999\" } ] }", 2, "district")]
    [InlineData("{ \"people\": [ { \"name\": \"张\", \"mail\": \"a@b.example\",\n\"roles\": [\"领导\"] } ] }", 2, "roles"), InlineData("{ \"people\": [ { \"name\": \"张\", \"mail\": \"a@b.example\", \"unit\": \"310151102\" },\n{ \"name\": \"张\", \"mail\": \"A@b.example\", \"unit\": \"310151102\" } ] }", 2, "mail")]
    public void What_is_wrong_is_named_with_its_line(string json, int line, string key)
    {
        File.WriteAllText(folder.Data.Mail, json);
        var wrong = Assert.Throws<FailureException>(() => MailFile.Read(folder.Data, Corpus.ShippedCatalog.Catalog));
        Assert.StartsWith($"{folder.Data.Mail} line {line} \"{key}\": ", wrong.In("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_right_is_read_and_a_password_that_others_can_read_is_refused()
    {
        var secret = Path.Combine(folder.Data.Root, "secret");
        File.WriteAllText(secret, "十分保密\n");
        ArrivalMode("600", secret);
        File.WriteAllText(folder.Data.Mail, $$"""
            { "host": "smtp.example", "from": "Office@b.example", "user": "u", "password_file": "{{secret}}", "base_url": "https://plan.example/",
              "people": [ { "name": "张", "mail": "A@b.example", "roles": ["leader", "signer"], "district": "310151" }, { "name": "李", "mail": "l@b.example", "unit": "310151102" } ] }
            """);
        var settings = MailFile.Read(folder.Data, Corpus.ShippedCatalog.Catalog);
        Assert.Equal(("smtp.example", 587, MailSecurity.starttls, "office@b.example", "u"), (settings.Host!.Host, settings.Host.Port, settings.Host.Security, settings.Host.From, settings.Host.User));
        Assert.Equal(("a@b.example", 0, 1), (settings.People.Of("leader", "310151").Single().Mail, settings.People.Of("leader", "310117").Count(), settings.People.OfUnit("310151102").Count()));
        ArrivalMode("644", secret);
        Assert.Contains("chmod 600", Assert.Throws<FailureException>(() => MailServer.Password(secret)).In("en"), StringComparison.Ordinal);
        File.Delete(secret); // a restored office opens without it; only mail waits
        Assert.NotNull(MailFile.Read(folder.Data, null).Host);
        Assert.Contains(secret, Assert.Throws<FailureException>(() => MailServer.Password(secret)).In("zh"), StringComparison.Ordinal);
        File.Delete(folder.Data.Mail);
        Assert.Null(MailFile.Read(folder.Data, null).Host);
    }

    /// <summary>Kinds of which a mistake would be silence: a notice for nobody is marked as seen.</summary>
    [Theory]
    [InlineData("job_failed", "operations", "ops"), InlineData("backup", "operations", "ops"), InlineData("verify-backup", "operations", "ops"), InlineData("check-warehouse", "operations", "ops")]
    [InlineData("source_down", null, "ops"), InlineData("delivery_failed", null, "ops"), InlineData("period_closed_district", null, "reviewer"), InlineData("period_closed", "310151102", "unit")]
    [InlineData("reminder", "310151102", "unit"), InlineData("reminder_leader", null, "leader"), InlineData("verdict", "310151102", "unit"), InlineData("verdict", null, "ops")]
    [InlineData("power_granted", "operations", "admin"), InlineData("account_closed", "operations", "admin"), InlineData("password_reset", "operations", "admin"), InlineData("power_ended", "operations", "admin")]
    public void A_notice_goes_to_those_whom_it_is_for(string kind, string? unit, string who)
    {
        var people = new People([new("a", "admin", ["admin"], null, null), new("o", "ops", ["operations"], null, null), new("r", "reviewer", ["reviewer"], "310151", null), new("l", "leader", ["leader"], "310151", null),
            new("f", "foreign", ["reviewer", "leader"], "310117", null), new("u", "unit", [], null, "310151102")]);
        Assert.Equal([who], Audience.Of(new("k", kind, "310151", unit, "", "", default), people).Select(person => person.Mail));
    }

    static void ArrivalMode(string mode, string path) => Arrivals.ArrivalOffice.Do("chmod", mode, path);
}
