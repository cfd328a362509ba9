using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>All editions, held ones too.</summary>
static class EditionList
{
    public static Verb Verb { get; } = new("edition list", "列出各期报告：已签发的、待签字的、还没有到发布时间的", "all editions: issued, waiting for signatures, not yet released")
    {
        Parameters =
        [
            Asked.DistrictOption,
            new("--report", ParameterKind.Text, "只看一种报告", "of one report only") { Choices = AskedReport.Name.Choices },
            new("--year", ParameterKind.Text, "只看一年", "of one year only") { Shape = "YYYY" },
        ],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var text = EditionText.Of(office);
        var district = request["--district"] is null ? null : Asked.District(request, text.Catalog).Code;
        int? year = request["--year"] is { } given ? Asked.Year(given) : null;
        var editions = text.All.Where(edition => (district is null || edition.District == district) && (request["--report"] is not { } report || edition.Report == report)
            && (year is null || edition.PeriodStart.Year <= year && year <= edition.PeriodEnd.Year)).ToList();
        if (request.Json) return Answer.Document(new { editions = editions.Select(text.Printed) });
        return Answer.Done(editions.Count == 0 ? "还没有期次。" : string.Join('\n', Aligned.Rows(
            [.. editions.Select(edition => (IReadOnlyList<string>)
                [$"{edition.EditionId} 号", text.Title(edition), edition.Number > 0 ? $"第 {edition.Number} 期" : "—", $"批次 {edition.AsOfLoad}", ShanghaiTime.Print(edition.IssuedAt), text.StateInWords(edition)])], "")));
    }
}
