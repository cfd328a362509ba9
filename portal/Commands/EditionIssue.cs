using Reporting.Reports;
using Reporting.Reports.Issuing;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Issues a report; one that asks for signatures is made and waits for them. After a correction it is issued again and says what moved.</summary>
static class EditionIssue
{
    public static readonly Parameter Release = new("--release-at", ParameterKind.Text, "发布时间（北京时间），在此之前只给签字人和审核人", "when readers may see it (Asia/Shanghai); until then only those who sign or review do") { Shape = "\"YYYY-MM-DD HH:MM\"" };

    public static Verb Verb { get; } = new("edition issue", "签发一期；要签字的做成待签稿；更正后再签发，带修订表", "issue a report; one to be signed is held; after a correction again, with its 修订 sheet")
    {
        Parameters = [AskedReport.Name, Asked.DistrictOption, AskedReport.PeriodOption, AskedReport.UnitOption, Release],
        Run = Run,
        IsHeavy = true,
        Decides = true,
    };

    /// <summary>What is open before a held edition is issued.</summary>
    public static IReadOnlyList<OpenPoint> Open(Office office, Edition held) => Checklist.Of(
        Editing.Ask(office.Warehouse, EditionKey.Of(held), office.Warehouse.Marts.LoadById(held.AsOfLoad)!, stamp: null, new(held.IssuedBy ?? "", office.Now, office.IsDemo, held.Reason)),
        ReportPolicy.Of(office.Warehouse.Definitions.Current, held.Report), office.Now);

    /// <summary>Refused by its checklist: nothing is written.</summary>
    public static Answer Blocked(Request request, IReadOnlyList<OpenPoint> open) => Answer.Refused(
        request.Json ? PrintedJson.Of(new { open = open.Select(EditionText.Printed) }) : string.Join('\n', EditionText.Lines(open)),
        request.Say("还有未办事项，没有签发；办完再来。修订没有原因的，用 --reason 说明。", "Something is open that blocks; nothing was issued. Revisions without a reason take --reason."));

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var warehouse = office.Warehouse;
        if (warehouse.Marts.LastLoad() is not { } load) throw new MisuseException("还没有入库的数据，没有可签发的。", "Nothing was loaded yet; there is nothing to issue.");
        var key = AskedReport.Key(request, office, load);
        var making = new Making(request.By, office.Now, office.IsDemo, request.Reason, AskedReport.ReleaseAt(request, office.Now));
        var policy = ReportPolicy.Of(warehouse.Definitions.Current, key.Report.Name);
        if (key.Period.End >= ShanghaiTime.DateOf(office.Now))
            throw new MisuseException($"{key.Period.InWords()}还没有过完，只能用 report 取草稿。", $"{key.Period} is not over; report gives a draft of it.");
        lock (warehouse.Issuing)
        {
            RefuseUnchanged(warehouse, key, load, request.Reason);
            var open = Checklist.Of(Editing.Ask(warehouse, key, load, stamp: null, making), policy, office.Now);
            if (policy.SignaturesAsked > 0)
            {
                var held = Editing.Hold(warehouse, key, load, making);
                office.CarryNotices(); // to those who are to sign
                return Said(request, office, held, open);
            }
            if (open.Any(point => point.Blocks)) return Blocked(request, open);
            var issued = Editing.Issue(warehouse, key, load, making);
            IssueEditions.Export(warehouse, issued, office.Now);
            return Said(request, office, issued, open);
        }
    }

    // A held one is made again of the same data where it now says why.
    static void RefuseUnchanged(OpenWarehouse warehouse, EditionKey key, Load load, string? reason)
    {
        if (warehouse.Editions.Of(key.Report.Name, key.District, key.Period, key.Unit) is not [var last, ..] || last.AsOfLoad != load.LoadId) return;
        if (last.Status == EditionStatus.held && reason is not null && reason != last.Reason) return;
        throw last.Status == EditionStatus.held
            ? new MisuseException($"待签稿 {last.EditionId} 号就是按现在的数据做的；用 edition sign {last.EditionId} 签字。", $"Edition {last.EditionId} is held of the same data; sign it with edition sign {last.EditionId}.")
            : new MisuseException($"第 {last.Number} 期签发以来没有新的批次，不用再签发。", $"Nothing was loaded since issue {last.Number}.");
    }

    public static Answer Said(Request request, Office office, Edition edition, IReadOnlyList<OpenPoint> open)
    {
        var text = EditionText.Of(office);
        if (request.Json) return Answer.Document(new { edition = text.Printed(edition), open = open.Select(EditionText.Printed) });
        var lines = EditionText.Lines(open).Prepend(edition.Status == EditionStatus.held
            ? request.Say($"已做成待签稿 {edition.EditionId} 号：{text.Title(edition)}（批次 {edition.AsOfLoad}），要 {text.Asked(edition)} 人签字：edition sign {edition.EditionId}。",
                $"Held: edition {edition.EditionId} (load {edition.AsOfLoad}), {text.Asked(edition)} signature(s) asked: edition sign {edition.EditionId}.")
            : request.Say($"已签发：{text.Title(edition)}第 {edition.Number} 期（{edition.EditionId} 号，批次 {edition.AsOfLoad}）。", $"Issued: number {edition.Number} (edition {edition.EditionId}, load {edition.AsOfLoad})."));
        return Answer.Done(string.Join('\n', lines));
    }
}
