using System.Globalization;
using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Portal.Commands;

/// <summary>上报说明: gives the reason for warnings of a submission; with --until it holds for later periods too.</summary>
static class ReviewExplain
{
    public static Verb Verb { get; } = new("review explain", "为等待说明的数登记原因", "give the reason for warnings that wait for one")
    {
        Parameters =
        [
            Asked.Receipt,
            new("--code", ParameterKind.Text, "只说明这一种问题", "only findings of this code") { Shape = "CODE" },
            new("--line", ParameterKind.Text, "只说明这一行（行次）", "only of the line with this number") { Shape = "N" },
            new("--until", ParameterKind.Text, "长期说明：到这一天为止的各期都算数", "a standing reason: it holds for periods that start by this day") { Shape = "YYYY-MM-DD" },
        ],
        Run = Run,
        Decides = true,
        NeedsReason = true,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var (submission, reason) = (Asked.Submission(request, warehouse), Deciding.Reason(request));
        int? line = request["--line"] is not { } given ? null : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new MisuseException($"“{given}”不是行次；写成 3。", $"'{given}' is no line number; write 3.");
        DateOnly? until = request["--until"] is null ? null : Deciding.Day(request, "--until", default);
        if (EmptyPhrases.Are(reason))
            throw new MisuseException($"“{reason}”只说数字没错，没有说明原因。请写明为什么，例如“3 月 12 日承办市级招聘会，当场录用 210 人”。", $"'{reason}' only says that the figure stands, not why. Say what happened.");
        office.EnterDefinitions();
        CheckNamed(request["--code"], line, warehouse, submission);
        var open = ReviewSubmission.Open(warehouse, submission, request["--code"], line);
        if (open.Count == 0 && ReviewSubmission.Blank(warehouse, submission).Count > 0)
            return Answer.Refused("", request.Say($"{submission.Receipt} 问的是空白的格是不是 0：是的用 review confirm 答复，不是的补填后重报。", $"{submission.Receipt} asks whether blanks are 0: answer with review confirm, or send it again filled in."));
        if (open.Count == 0) return Answer.Refused("", request.Say($"{submission.Receipt} 没有等待说明的数{(line ?? (object?)request["--code"]) switch { null => "", _ => "（按指定的行或代码）" }}。", $"Nothing of {submission.Receipt} waits for a reason."));
        if (until is { } day && open.Any(each => each.Table.Period!.Value.Start > day)) throw new MisuseException($"--until {day:yyyy-MM-dd} 早于这一期。", $"--until {day:yyyy-MM-dd} lies before this period.");
        var answer = ReviewSubmission.Explain(warehouse, submission, open, reason, until, request.By, office.Limits, office.Now);
        return Deciding.CheckedAgain(request, office, answer);
    }

    /// <summary>A rule or line that there is not is a slip of the hand; that nothing of it waits would be another answer.</summary>
    static void CheckNamed(string? code, int? line, OpenWarehouse warehouse, Submission submission)
    {
        var forms = Standing.Of(warehouse, submission).Tables.Select(table => table.Form).OfType<Form>().ToList();
        List<string> codes = [.. RuleTexts.All.Select(text => text.Code), .. forms.SelectMany(form => form.Rules).Select(rule => rule.Code)];
        if (code is not null && !codes.Contains(code))
            throw Asked.Unknown("代码", "code", code, codes.Where(each => forms.Exists(form => RuleTexts.NeedsReason(each, form))).Distinct(), each => RuleTexts.TitleOf(each) is { } title ? $"{each} {title}" : each);
        if (line is { } number && forms.Count > 0 && !forms.Exists(form => form.Line(number) is not null))
            throw new MisuseException($"没有第 {number} 行；《{forms[0].Name}》的行次是 {forms[0].Lines.Min(each => each.Number)} 到 {forms[0].Lines.Max(each => each.Number)}。",
                $"There is no line {number}; the lines of {forms[0].Id} are {forms[0].Lines.Min(each => each.Number)} to {forms[0].Lines.Max(each => each.Number)}.");
    }
}
