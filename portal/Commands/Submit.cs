using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
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
            new("FILE", ParameterKind.File, "报表文件，可多个；零报告没有文件", "the files; a nil return has none") { Many = true },
            new("--dry-run", ParameterKind.Flag, "只核对，不留存、不入库", "check only; keep and load nothing"),
            new("--form", ParameterKind.Text, "指明是哪张报表", "which form it is") { Shape = "FORM" },
            new("--org", ParameterKind.Text, "指明是哪个单位的", "whose it is") { Shape = "CODE" },
            new("--period", ParameterKind.Text, "指明报告期", "of which period") { Shape = "YYYY-MM" },
            new("--out", ParameterKind.OutPath, "把标好问题的工作簿写到这个文件夹（没有就建），不覆盖已有的", "folder for the marked workbooks, made where it is missing; nothing in it is overwritten") { Shape = "FOLDER" },
            new("--nil", ParameterKind.Flag, "零报告：声明这一期没有发生（配合 --form --org --period --by）", "a nil return: nothing occurred (with --form, --org, --period and --by)"),
        ],
        Run = Run,
        Decides = true,
        Begins = Beginning.WhereItRuns,
    };

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var catalog = office.Warehouse.Definitions.Current;
        var (isNil, files) = (request.Has("--nil"), request.Files);
        if (isNil != (files.Count == 0)) throw isNil
            ? new MisuseException("零报告不带文件。", "A nil return comes without a file.")
            : new MisuseException("要指明报送的文件 FILE；没有发生的用 --nil 作零报告。", "Name the FILE to send; where nothing occurred state it with --nil.");
        if (isNil) request = request with { Files = [Nil(request, catalog)] };
        var named = isNil ? null : Named(request, catalog);
        var answers = request.Has("--dry-run")
            ? [.. request.Files.Select(file => DryRun.Of(office.Warehouse, file.Bytes, file.Name, named, office.Limits, office.Now))]
            : Taken(request, office, named);
        var exit = answers.All(answer => answer.State is TableState.loaded or TableState.superseded or TableState.awaiting_review) ? 0 : 3;
        var said = request.Json ? $"{{\"answers\":[{string.Join(',', answers.Select(AnswerJson.AsJson))}]}}" : string.Join("\n\n", answers.Select(answer => AnswerText.InWords(answer) + Met(office, answer)));
        if (request["--out"] is not { } folder) return new Answer(exit, said);
        var marked = Marked(request, answers, office.Limits, folder);
        return new Answer(exit, marked.Count > 0 || request.Json ? said : $"{said.TrimEnd()}\n\n{request.Say("没有要标的问题，没有写出标记工作簿。", "There is nothing to mark; no workbook was written.")}") { Files = marked };
    }

    /// <summary>Into a folder, which is made; a single one may be given a name of its own.</summary>
    static List<OutFile> Marked(Request request, IReadOnlyList<AnswerContent> answers, ReadLimits limits, string folder) =>
        [.. request.Files.Zip(answers).Select(pair => (pair.First.Name, Marked: MarkedAnswers.Of(pair.First.Bytes, pair.Second, limits))).Where(pair => pair.Marked is not null)
            .Select(pair => new OutFile(folder, pair.Marked!.Bytes) { Name = Path.GetFileNameWithoutExtension(pair.Name) + "（审核）" + pair.Marked.Extension, InFolder = request.Files.Count > 1 || !Path.HasExtension(folder) })];

    static IReadOnlyList<AnswerContent> Taken(Request request, Office office, Answers? named)
    {
        // The same file sent again with another answer is another arrival; without one it is answered with the receipt it has.
        var key = $"{request.By}|{named}|{office.Now.Ticks}";
        var district = Asked.Unit(request, office.Warehouse.Definitions.Current)?.District;
        return Taking.Run(office, [.. request.Files.Select((file, index) =>
            new ArrivedFile(file.Name, () => new MemoryStream(file.Bytes), LoginChannel.Command, null, $"{key}|{index}", request.By) { District = district })], request.By, named);
    }

    /// <summary>The statement as a file of its own; who states it is the person who asks.</summary>
    static RequestFile Nil(Request request, Catalog catalog)
    {
        if (request["--form"] is not { } form || request["--org"] is null || request["--period"] is not { } period)
            throw new MisuseException("零报告要写明 --form、--org 和 --period。", "A nil return needs --form, --org and --period.");
        var (id, unit, of) = (Asked.Form(form, catalog).Id, Asked.Unit(request, catalog)!, Asked.Period(period));
        return new("FILE", $"零报告 {unit.Name} {id} {of}.json", new NilReturn(id, unit.Code, of.ToString(), request.By, request.Reason).AsBytes());
    }

    // What is sent back changes nothing.
    static string Met(Office office, AnswerContent answer) => string.Concat(answer.Tables.Where(table => table.Table.State is TableState.loaded or TableState.awaiting_review)
        .Select(table => FrozenYears.Met(office.Warehouse.Marts, table.Table.District, table.Table.OrgUnit, table.Table.PeriodStart?.Year)).OfType<string>().Distinct().Select(met => $"注意：{met}。\n"));

    static Answers? Named(Request request, Catalog catalog)
    {
        var (form, unit) = (request["--form"] is { } given ? Asked.Form(given, catalog).Id : null, Asked.Unit(request, catalog)?.Code);
        Period? period = request["--period"] is { } text ? Asked.Period(text) : null;
        return form is null && unit is null && period is null ? null : new(form, unit, period);
    }
}
