using System.Globalization;
using System.Text.Json;
using Reporting.Portal;
using Reporting.Tests.Docs;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Jobs;

/// <summary>The schema that editors use and the reader that stops the program agree over a folder of files.</summary>
public class JobsSchemaTests
{
    static readonly string Cases = Path.Combine(AppContext.BaseDirectory, "Jobs", "cases", "jobs-files");

    static readonly JobCatalog Catalog = new(
    [
        new("note", "", "", _ => throw new NotSupportedException())
        {
            Arguments = [new("text", ArgumentKind.Text, "", ""), new("size", ArgumentKind.Text, "", "") { Choices = ["small", "large"] }, new("days", ArgumentKind.Whole, "", "") { Least = 1, Most = 31 }, new("dry", ArgumentKind.Flag, "", ""), new("units", ArgumentKind.Texts, "", "")],
        },
        new("send", "", "", _ => throw new NotSupportedException()) { Arguments = [new("to", ArgumentKind.Text, "", "") { Required = true }] },
    ]);

    static readonly JsonElement Schema = JsonSerializer.Deserialize<JsonElement>(JobsSchema.Of(Catalog));

    public static TheoryData<string> Right => [.. Directory.GetFiles(Path.Combine(Cases, "right")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    /// <summary>wrong.tsv: file, whether the schema can see it, the line and the key that the reader names.</summary>
    public static TheoryData<string, bool, int, string> Wrong
    {
        get
        {
            var data = new TheoryData<string, bool, int, string>();
            foreach (var row in File.ReadLines(Path.Combine(Cases, "wrong.tsv")).Skip(1).Select(line => line.Split('\t')))
                data.Add(row[0], row[1] == "schema", int.Parse(row[2], CultureInfo.InvariantCulture), row[3]);
            return data;
        }
    }

    [Theory, MemberData(nameof(Right))]
    public void What_is_right_is_right_for_both(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Cases, "right", file));
        Assert.NotEmpty(Read(file, bytes).Jobs);
        Assert.True(SchemaCheck.Holds(Schema, JsonSerializer.Deserialize<JsonElement>(bytes)));
    }

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_wrong_is_named_by_the_reader_and_seen_by_the_schema_where_it_can(string file, bool seen, int line, string key)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Cases, "wrong", file));
        var failure = Assert.Throws<FailureException>(() => Read(file, bytes));
        Assert.StartsWith($"{file} line {line} \"{key}\":", failure.In("en"), StringComparison.Ordinal);
        Assert.Equal(seen, !SchemaCheck.Holds(Schema, JsonSerializer.Deserialize<JsonElement>(bytes)));
    }

    [Fact]
    public void Every_wrong_file_is_listed() =>
        Assert.Equal(Directory.GetFiles(Path.Combine(Cases, "wrong")).Select(Path.GetFileName).Order(StringComparer.Ordinal), Wrong.Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    /// <summary>REPORTING_GOLDEN=write writes it anew, as when a job or an argument is added.</summary>
    [Fact]
    public void The_shipped_schema_is_that_of_the_shipped_jobs_and_holds_for_the_shipped_file()
    {
        var schema = JobsSchema.Of(JobCatalog.Shipped);
        if (Environment.GetEnvironmentVariable("REPORTING_GOLDEN") == "write") File.WriteAllText(Path.Combine(Repository.Root, "portal", "jobs.schema.json"), schema);
        Assert.Equal(Repository.Text("portal/jobs.schema.json").ReplaceLineEndings("\n"), schema);
        var shipped = JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "jobs.json")));
        Assert.True(SchemaCheck.Holds(JsonSerializer.Deserialize<JsonElement>(schema), shipped));
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, shipped.GetProperty("$schema").GetString()!)));
    }

    static JobsFile Read(string file, byte[] bytes) => JobsFile.Parse(file, bytes, Catalog, () => WorkingDays.WeekOnly);
}
