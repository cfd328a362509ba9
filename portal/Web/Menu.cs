using Reporting.Portal.Accounts;

namespace Reporting.Portal.Web;

/// <summary>One entry of the menu.</summary>
/// <param name="For">Who sees it; none: everybody who is signed in.</param>
public sealed record MenuEntry(string Path, string Title, params IReadOnlyList<Role> For);

/// <summary>The pages in the order in which a week goes. An entry is shown to whoever may open it.</summary>
public static class Menu
{
    public static IReadOnlyList<MenuEntry> All { get; } =
    [
        new("/", "首页"),
        new("/submit", "报送", Role.reporter),
        new("/review", "审核", Role.reviewer),
        new("/board", "看板", Role.leader, Role.reviewer, Role.assessor),
        new("/query", "查询", Role.reporter, Role.reviewer, Role.leader, Role.assessor),
        new("/assess", "考核", Role.assessor, Role.leader, Role.reviewer),
        new("/assess/certify", "认证", Role.reporter),
        new("/targets", "目标", Role.reviewer, Role.leader, Role.assessor, Role.reporter),
        new("/reports", "报告", Role.reporter, Role.reviewer, Role.leader, Role.assessor),
        new("/jobs", "作业", Role.operations),
        new("/admin", "管理", Role.admin),
    ];

    public static IEnumerable<MenuEntry> Of(Caller caller) => All.Where(entry => entry.For.Count == 0 || caller.Has(entry.For));

    /// <summary>The entry that a page belongs to: of two that lead there the nearer.</summary>
    public static MenuEntry? Here(Caller caller, PathString path) =>
        Of(caller).Where(entry => entry.Path == "/" ? path == "/" : path.StartsWithSegments(entry.Path)).MaxBy(entry => entry.Path.Length);
}
