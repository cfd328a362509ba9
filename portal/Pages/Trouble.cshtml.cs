using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Reporting.Portal.Commands;
using Reporting.Warehouse.Gateway;

namespace Reporting.Portal.Pages;

/// <summary>What could not be answered, in one sentence with the next step. Whoever asks for what is not theirs reads what everybody reads of what is not there.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class TroubleModel(Office office) : PageModel
{
    public string Heading { get; private set; } = "";
    public string Sentence { get; private set; } = "";
    public string? Reference { get; private set; }

    public void OnGet(int code) => Say(code);
    public void OnPost(int code) => Say(code);

    void Say(int code)
    {
        (Heading, Sentence) = code switch
        {
            400 => ("没有看懂这个请求", "页面可能放得太久了。回到上一页，刷新后再试一次。"),
            403 => ("没有权限", "这一页不在你的角色之内。需要的话，请系统管理员给你加上角色。"),
            404 or 405 => ("没有这一页", "地址写错了，或者它不在你能看的范围之内。"),
            413 => ("文件太大", "文件超过了上传的上限。报表里若贴了图片，删掉图片再传。"),
            429 => ("太频繁了", "一分钟后再试。"),
            _ => ("出了意料之外的错误", "已经记下来了；填的内容没有入库。稍后再试，还不行请联系运维。"),
        };
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Error is { } error)
        {
            if (error is StoreBusyException)
            {
                (Heading, HttpContext.Response.StatusCode) = ("现在太忙", StatusCodes.Status503ServiceUnavailable);
                HttpContext.Response.Headers.RetryAfter = "10";
            }
            Sentence = Failures.Explain(error, "zh", office.Data).Error;
            if (Sentence.IndexOf("（编号 ", StringComparison.Ordinal) is >= 0 and var at) (Reference, Sentence) = (Sentence[(at + 4)..(at + 12)], "已经记下来了。稍后再试，还不行请联系运维。");
        }
    }
}
