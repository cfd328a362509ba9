using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Reporting.Portal.Web;

/// <summary>
/// A page is shown by one of its handlers. The framework draws it without, where the method or a handler's name is none of the page's: a page
/// that has read nothing.
/// </summary>
sealed class OnlyHandlers : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        if (context.HandlerMethod is not null || HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) return; // a page that shows the same to all needs none
        context.Result = HttpMethods.IsPost(method) ? new NotFoundResult() : new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}
