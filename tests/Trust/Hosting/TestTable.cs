using Ascs.Contracts;
using Ascs.Trust.Hosting;
using Microsoft.AspNetCore.Http;

namespace Ascs.Trust.Tests.Hosting;

internal static class TestTable
{
    public static readonly Page Broken = new("broken/show", "GET", "/broken");

    public static EndpointTable Make() => new EndpointTable()
        .Bind<AidStatesRequest, AidStatesAnswer, AnswerStates>(TrustedPartyCatalogue.AidStates)
        .Bind<RevokeRequest, RevokeAnswer, AnswerRevocations>(TrustedPartyCatalogue.Revoke)
        .Bind<DispatchStateRequest, DispatchStateAnswer, AnswerDispatches>(TrustedPartyCatalogue.DispatchState)
        .Bind(EnterpriseCatalogue.App, ShowAsync)
        .Bind(Broken, _ => throw new InvalidOperationException("13912345678"));

    private static Task<IResult> ShowAsync(HttpContext context)
    {
        context.AllowFormsTo(new Uri("https://tp.example/confirm"));
        return Task.FromResult(Results.Text(Languages.Of(context).Tag()));
    }
}
