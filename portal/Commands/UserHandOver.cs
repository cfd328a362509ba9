using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>交接: one person's posts become another's from a day on.</summary>
static class UserHandOver
{
    public static Verb Verb { get; } = new("user hand-over", "交接：从某天起，一个人的角色转给另一个人", "one person's roles become another's from a day on")
    {
        Parameters =
        [
            new("FROM", ParameterKind.Text, "交出的账号", "login that gives") { Required = true }, new("TO", ParameterKind.Text, "接手的账号", "login that takes") { Required = true },
            new("--grant", ParameterKind.Text, "只交这几个授权；不写为全部", "these grants only; all without it") { Many = true, Shape = "N" },
            new("--on", ParameterKind.Text, "接手的第一天，默认今天", "the taker's first day, today by default") { Shape = "YYYY-MM-DD" },
        ],
        Run = Run,
        Decides = true,
    };

    static Answer Run(Request request, Office office)
    {
        var day = Deciding.Day(request, "--on", ShanghaiTime.DateOf(office.Now));
        var taken = office.Accounts.HandOver(request["FROM"]!, request["TO"]!, [.. request.All("--grant").Select(AskedAccount.Number)], day, request.By);
        return request.Json ? Answer.Document(new { day, grants = taken.Select(AskedAccount.Printed) }) : Answer.Done(request.Say(
            $"从 {day:yyyy-MM-dd} 起，{request["FROM"]!.Trim()} 的交给 {request["TO"]!.Trim()}；{request["TO"]!.Trim()} 现有：{string.Concat(taken.Select(grant => $"\n  {AskedAccount.InWords(grant, office)}"))}",
            $"From {day:yyyy-MM-dd} on {request["TO"]!.Trim()} holds: {string.Join(", ", taken.Select(grant => $"{grant.Role} (grant {grant.GrantId})"))}."));
    }
}
