using Reporting.Portal.Commands;

namespace Reporting.Tests.Bench;

/// <summary>
/// Measurements that are looked at, never asserted: figures of one run on one machine, each beside what it is compared with.
/// <c>dotnet run --project tests/Reporting.Tests -c Release -- bench read</c>
/// </summary>
static class BenchVerb
{
    public static Verb Verb { get; } = new("bench", "", "")
    {
        Parameters =
        [
            new("NAME", ParameterKind.Text, "", "")
            {
                Required = true,
                Choices = ["read", "sheets", "ledger", "fuzz", "verdict", "assess", "feedback", "workbooks", "workbooks-month", "workbooks-rows", "bulk", "bulk-read", "bulk-xlsx", "bulk-csv", "bulk-parquet", "schedule", "arrival", "pages"],
            },
            new("--count", ParameterKind.Text, "", ""), new("--seed", ParameterKind.Text, "", ""),
        ],
        RunAlone = (request, data, _, _) => Task.FromResult(Answer.Done(request["NAME"] switch
        {
            "read" => ReadBench.Run(),
            "sheets" => SheetsBench.Run(),
            "verdict" => VerdictBench.Run(data),
            "arrival" => ArrivalBench.Run(data, Number(request["--count"], 40)),
            "pages" => PagesBench.Run(data).Result,
            "workbooks" => WorkbooksBench.Run(),
            "workbooks-month" or "workbooks-rows" => WorkbooksBench.Alone(request["NAME"]!),
            "bulk" => BulkBench.Run(),
            ['b', 'u', 'l', 'k', '-', .. var way] => BulkBench.One(data, way),
            "assess" => AssessBench.Run(Number(request["--count"], 2)),
            "feedback" => FeedbackBench.Run(),
            "schedule" => ScheduleBench.Run(Number(request["--count"], 200)),
            "fuzz" => FuzzBench.Run(Number(request["--count"], 100_000), Number(request["--seed"], 1)),
            _ => LedgerBench.Run(),
        })),
        Begins = Beginning.Anywhere,
    };

    static int Number(string? given, int otherwise) => given is null ? otherwise : int.Parse(given, System.Globalization.CultureInfo.InvariantCulture);
}
