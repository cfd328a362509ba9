using Reporting.Portal.Web;

namespace Reporting.Portal.Pages;

/// <summary>首页: what is due, what came back, the lights in one's scope, the latest editions.</summary>
[For]
public sealed class IndexModel(Office office) : OfficePage(office);
