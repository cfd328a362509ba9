using Reporting.Reports;
using Reporting.Reports.Issuing;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>A person signs a held edition; the last signature that its report asks for issues it, of the load that was signed.</summary>
static class EditionSign
{
    public static Verb Verb { get; } = new("edition sign", "在待签稿上签字；签满即签发", "sign a held edition; the last signature issues it")
    {
        Parameters =
        [
            AskedReport.EditionNumber, EditionIssue.Release,
            new("--remark", ParameterKind.Text, "签字时的批注", "what is said with it") { Shape = "TEXT" },
        ],
        Run = Run,
        Decides = true,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var making = new Making(request.By, office.Now, office.IsDemo, null, AskedReport.ReleaseAt(request, office.Now));
        lock (warehouse.Issuing)
        {
            var (held, text) = (AskedReport.Edition(request, warehouse), EditionText.Of(office));
            Refuse(text, held, request.By);
            OwnName(office, request.By);
            var (given, asked) = (text.SignaturesOf(held).Count + 1, Math.Max(1, text.Asked(held)));
            // Told before the first signature: nobody signs in vain.
            var open = EditionIssue.Open(office, held);
            if (open.Any(point => point.Blocks)) return EditionIssue.Blocked(request, open);
            var issued = Editing.Sign(warehouse, held, OneLine.Of(request["--remark"] ?? ""), given >= asked, making);
            if (issued is not null)
            {
                IssueEditions.Export(warehouse, issued, office.Now);
                return EditionIssue.Said(request, office, issued, open);
            }
            return request.Json ? Answer.Document(new { edition = EditionText.Of(office).Printed(held) })
                : Answer.Done(request.Say($"{request.By} 已签字（{given}/{asked}）：{text.Title(held)}，还要另一人签字。", $"Signed by {request.By} ({given}/{asked}); another person is to sign."));
        }
    }

    // Whoever set up the account still knows the password: nobody has come into their own yet, and nothing is signed in their name.
    static void OwnName(Office office, string by)
    {
        if (office.Accounts.Find(by) is { IsClosed: true } or { MustChange: true })
            throw new MisuseException($"{by} 的账号已停用，或还没有本人登录改过密码，不能签字。", $"The account {by} is closed, or its owner has not yet signed in and changed the password: it cannot sign.");
    }

    static void Refuse(EditionText text, Edition held, string by)
    {
        switch (text.State(held))
        {
            case "held": break;
            case "overtaken": throw new MisuseException($"{held.EditionId} 号之后另有新稿，不能再签；用 edition list 查看。", $"Another edition was made after {held.EditionId}; see edition list.");
            default: throw new MisuseException($"{held.EditionId} 号已经签发，不用签字。", $"Edition {held.EditionId} is issued; nothing is to be signed.");
        }
        if (text.SignaturesOf(held).Any(signature => Warehouse.Login.AreSame(signature.Login, by)))
            throw new MisuseException($"{by} 已经签过；第二个签字要另一个人（--by）。", $"{by} has signed already; the second signature is another person's (--by).");
    }
}
