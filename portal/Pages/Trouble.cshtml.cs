using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Reporting.Portal.Web;
using Reporting.Warehouse.Gateway;

namespace Reporting.Portal.Pages;

/// <summary>What could not be answered, in one sentence with the next step. Whoever asks for what is not theirs reads what everybody reads of what is not there.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, DisableRateLimiting]
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
            415 => ("没有看懂这个请求", "内容的类型不对。回到上一页，刷新后再试一次。"),
            429 => ("太频繁了", "一分钟后再试。"),
            503 => ("暂时不能办", "稍后再试，还不行请联系运维。"),
            _ => ("出了意料之外的错误", "已经记下来了；填的内容没有入库。稍后再试，还不行请联系运维。"),
        };
        if (Refusal.Of(HttpContext) is { } refused) Sentence = refused;
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Error is not { } error) return;
        (Sentence, Reference) = Unforeseen.Of(error, office.Data);
        if (error is not StoreBusyException) return;
        (Heading, HttpContext.Response.StatusCode) = ("现在太忙", StatusCodes.Status503ServiceUnavailable);
        HttpContext.Response.Headers.RetryAfter = "10";
    }
}
