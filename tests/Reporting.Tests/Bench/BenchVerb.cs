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
        Parameters = [new("NAME", ParameterKind.Text, "", "") { Required = true, Choices = ["read", "sheets", "ledger"] }],
        RunAlone = (request, _, _, _) => Task.FromResult(Answer.Done(request["NAME"] switch
        {
            "read" => ReadBench.Run(),
            "sheets" => SheetsBench.Run(),
            _ => LedgerBench.Run(),
        })),
        MakesData = true,
    };
}
