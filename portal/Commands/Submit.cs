using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Sends files the way of a submission; naming form, unit or period answers what was asked of an unclear one.</summary>
static class Submit
{
    public static Verb Verb { get; } = new("submit", "报送文件：收下、读懂、核对、答复、入库", "send files the way of a submission")
    {
        Parameters =
        [
            new("FILE", ParameterKind.File, "报表文件，可多个", "the files") { Required = true, Many = true },
            new("--dry-run", ParameterKind.Flag, "只核对，不留存、不入库", "check only; keep and load nothing"),
            new("--form", ParameterKind.Text, "指明是哪张报表", "which form it is") { Shape = "FORM" },
            new("--org", ParameterKind.Text, "指明是哪个单位的", "whose it is") { Shape = "CODE" },
            new("--period", ParameterKind.Text, "指明报告期", "of which period") { Shape = "YYYY-MM" },
        ],
        Run = Run,
        Decides = true,
        MakesData = true,
    };

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var catalog = office.Warehouse.Definitions.Current;
        var named = Named(request, catalog);
        var answers = request.Has("--dry-run")
            ? [.. request.Files.Select(file => DryRun.Of(office.Warehouse, file.Bytes, file.Name, named, office.Limits, office.Now))]
            : Taken(request, office, named);
        var exit = answers.All(answer => answer.State is TableState.loaded or TableState.superseded or TableState.awaiting_review) ? 0 : 3;
        if (request.Json)
            return new Answer(exit, $"{{\"answers\":[{string.Join(',', answers.Select(AnswerJson.AsJson))}]}}");
        return new Answer(exit, string.Join("\n\n", answers.Select(AnswerText.InWords)));
    }

    static List<AnswerContent> Taken(Request request, Office office, Answers? named)
    {
        var (warehouse, now) = (office.Warehouse, office.Now);
        // The same file sent again with another answer is another arrival; without one it is answered with the receipt it has.
        var key = $"{request.By}|{named}|{now.Ticks}";
        // From taking to settling in one hold: a job that settled it in between would have the answer.
        using var settling = warehouse.Settling.EnterScope();
        var taken = TakeFiles.Run(warehouse, [.. request.Files.Select((file, index) =>
            new ArrivedFile(file.Name, () => new MemoryStream(file.Bytes), "command", null, $"{key}|{index}", request.By))], now, named);
        var settled = SettleSubmissions.Unsettled(warehouse, now, request.By, office.Limits).ToDictionary(answer => answer.Submission.SubmissionId);
        office.CarryNotices();
        return [.. taken.Select(one => settled.TryGetValue(one.Submission.SubmissionId, out var answer) ? answer : Standing.Of(warehouse, one.Submission))];
    }

    static Answers? Named(Request request, Catalog catalog)
    {
        var (form, unit) = (request["--form"] is { } given ? Asked.Form(given, catalog).Id : null, Asked.Unit(request, catalog)?.Code);
        Period? period = request["--period"] is { } text ? Asked.Period(text) : null;
        return form is null && unit is null && period is null ? null : new(form, unit, period);
    }
}
