using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Reporting.Portal.Accounts;
using Reporting.Tests.Portal;
using static Reporting.Tests.Pages.FiguresOffice;

namespace Reporting.Tests.Docs;

/// <summary>The API's examples as they stand in the documents, word for word, run by <c>sh</c> with the real <c>curl</c> against a served office.</summary>
public sealed partial class CurlTests : IDisposable
{
    readonly Reporting.Tests.Pages.FiguresOffice office = new();
    readonly string folder = Directory.CreateTempSubdirectory("reporting-curl-").FullName;

    public void Dispose()
    {
        office.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What the examples of docs/portal.md answer, in their order: the statuses of their calls, and what is in the answer or in a file that they write.</summary>
    static readonly (string Statuses, Action<string, string> Holds)[] Expected =
    [
        ("201", (said, _) => Answered(said)), ("201", (said, _) => Answered(said)),
        ("200", (said, _) => Assert.Equal("returned", Json(said).GetProperty("state").GetString())),
        ("200", (_, folder) => Assert.Equal("PK"u8.ToArray(), File.ReadAllBytes(Path.Combine(folder, "标记.xlsx"))[..2])),
        ("200", (said, _) => Assert.Contains(Json(said).GetProperty("rows").EnumerateArray(), row => row.GetProperty("value").ValueKind == JsonValueKind.Number)),
        ("200", (said, _) => Assert.Contains(Json(said).GetProperty("addends").EnumerateArray(), addend => addend.GetProperty("cell").GetString() is { Length: > 1 })),
        ("200 200", (_, folder) => Assert.Equal("PK"u8.ToArray(), File.ReadAllBytes(Path.Combine(folder, "期次.xlsx"))[..2])),
    ];

    [DebianFact("curl", "curl")]
    public void The_examples_of_the_portals_page_answer_as_it_says()
    {
        Prepare();
        var examples = Examples("docs/portal.md");
        Assert.Equal(Expected.Length, examples.Count);
        foreach (var (example, (statuses, holds)) in examples.Zip(Expected))
        {
            var (said, answered) = Run(example);
            Assert.Equal((example, statuses), (example, answered));
            holds(said, folder);
        }
    }

    [DebianFact("curl", "curl")]
    public void The_example_of_the_README_sends_a_file_and_reads_its_verdict()
    {
        Prepare();
        var example = Assert.Single(Examples("README.md"));
        var (said, answered) = Run(example);
        Assert.Equal("201 200", answered);
        Assert.Contains("\"state\": \"returned\"", said, StringComparison.Ordinal);
    }

    [Fact]
    public void They_name_nothing_but_the_server_and_the_token() =>
        Assert.Empty(Examples("README.md").Concat(Examples("docs/portal.md")).SelectMany(example => Variable().Matches(example)).Select(match => match.Groups[1].Value).Except(["SERVER", "TOKEN", "receipt", "id"]));

    static List<string> Examples(string document) => [.. Block().Matches(Repository.Text(document)).Select(match => match.Groups[1].Value).Where(block => block.Contains("curl ", StringComparison.Ordinal))];

    static void Answered(string said) => Assert.Matches(@"^310151-\d{8}-\d{6}$", Assert.Single(Json(said).GetProperty("answers").EnumerateArray()).GetProperty("receipt").GetString());

    static JsonElement Json(string said) => JsonDocument.Parse(said).RootElement;

    /// <summary>A sheet with a mistake, an edition, somebody who reports for the town and reads the district, and a curl that says its status beside.</summary>
    void Prepare()
    {
        var served = office.Served;
        var sheet = SmallSheet.In(folder, "报表.csv", month: 3, unit: served.Office.Warehouse.Definitions.Current.OrgUnit(office.Town)!.Name, period: "（2022年3月）");
        Assert.True(File.Exists(sheet));
        IssueAndSign();
        served.Add("system", (Role.reporter, Chongming, office.Town), (Role.leader, Chongming, null));
        File.WriteAllText(Path.Combine(folder, "curl"), "#!/bin/sh\nPATH=${PATH#*:}\nexec curl -w '%{stderr}%{http_code}\\n' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(folder, "curl"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    void IssueAndSign()
    {
        var editions = office.Served.Office.Warehouse.Editions;
        using (var reviewer = office.As(Role.reviewer)) reviewer.Post("/reports", "/reports?handler=Issue", ("district", Chongming), ("report", "definitions"), ("period", "2022"));
        foreach (var role in (Role[])[Role.reviewer, Role.leader])
        {
            using var signer = office.As(role);
            var held = editions.All().Max(one => one.EditionId);
            if (signer.Open($"/reports/{held}").Html.Contains("handler=Sign", StringComparison.Ordinal)) signer.Post($"/reports/{held}", $"/reports/{held}?handler=Sign");
        }
    }

    (string Said, string Statuses) Run(string script)
    {
        var start = new ProcessStartInfo("sh", ["-eu", "-c", script]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["SERVER"] = office.Served.Address.ToString().TrimEnd('/');
        start.Environment["TOKEN"] = office.Served.Office.Accounts.IssueToken("system", "试", 1).Token;
        using var process = Process.Start(start)!;
        var (said, statuses) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), script);
        Assert.True(process.ExitCode == 0, $"{script}\n{said.Result}\n{statuses.Result}");
        return (said.Result, string.Join(' ', statuses.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [GeneratedRegex("^```sh\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\$\{?([A-Za-z_]+)")]
    private static partial Regex Variable();
}
