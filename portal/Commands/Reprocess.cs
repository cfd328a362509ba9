using Reporting.Etl.Jobs;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>重读: archived files read again after a fix. A dry run unless it is told to apply what differs.</summary>
static class Reprocess
{
    public static Verb Verb { get; } = new("reprocess", "重读已存的文件：先列出会有的差异，核准后替换", "read archived files again after a fix: list what would differ, then apply it")
    {
        Parameters =
        [
            new("--form", ParameterKind.Text, "只看这种报表", "only this form") { Shape = "FORM" },
            new("--org", ParameterKind.Text, "只看这个单位", "only this unit") { Shape = "CODE" },
            new("--period", ParameterKind.Text, "只看这一期", "only this period") { Shape = "YYYY-MM" },
            new("--receipt", ParameterKind.Text, "只看这一份", "only this submission") { Shape = "RECEIPT" },
            new("--apply", ParameterKind.Flag, "核准：以一个批次替换（要写 --reason）", "approve: replace what differs in one load (takes --reason)"),
        ],
        Run = Run,
        Decides = true,
    };

    static Answer Run(Request request, Office office)
    {
        var reason = request.Has("--apply") ? Deciding.Reason(request) : null;
        office.EnterDefinitions();
        var (warehouse, catalog) = (office.Warehouse, office.Warehouse.Definitions.Current);
        var wish = Wish(request, warehouse, catalog);
        if (reason is null) return Said(request, Reread.Run(warehouse, wish, office.Limits), catalog, null);
        try
        {
            var (report, load) = Reread.Apply(warehouse, wish, office.Limits, reason, request.By, office.Now);
            office.CarryNotices();
            return Said(request, report, catalog, load);
        }
        catch (LoadRefusedException refusal)
        {
            return Answer.Refused("", request.Say($"重读的结果没有通过入库核对（{refusal.Check}），什么都没有改。请按 --receipt 分开重读，找出是哪一份。",
                $"The warehouse's check '{refusal.Check}' refused the result; nothing was changed. Read again by --receipt to find the file."));
        }
    }

    static RereadWish Wish(Request request, OpenWarehouse warehouse, Catalog catalog)
    {
        if (request["--receipt"] is { } receipt && warehouse.Submissions.Find(receipt) is null)
            throw new MisuseException($"没有回执号 {receipt}；回执号写在答复里，形如 310151-20220309-000123。", $"There is no receipt {receipt}; it stands in the answer, such as 310151-20220309-000123.");
        var form = request["--form"] is { } given ? Asked.Form(given, catalog) : null;
        var unit = Asked.Unit(request, catalog);
        Period? period = request["--period"] is { } text ? Asked.Period(text) : null;
        return new(request["--receipt"], unit?.District ?? (form?.District is { Length: > 0 } district ? district : null), form?.Id, unit?.Code, period);
    }

    static Answer Said(Request request, RereadReport report, Catalog catalog, Load? load)
    {
        var touched = TouchedCommitments.By(report.Differing, catalog);
        var exit = report.NotRead.Count > 0 ? 3 : 0;
        if (request.Json) return Answer.Document(RereadText.AsNode(report, touched, load), exit);
        return new Answer(exit, RereadText.InWords(request, report, touched, catalog, load));
    }
}
