using Ascs.Contracts;
using Ascs.Enterprise.Pages;
using Ascs.Enterprise.Services;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ascs.Enterprise.Policies;

/// <summary><c>GET /agreement</c> and <c>GET /privacy</c>: generated from the policies that are enforced, all versions (ISC-6.1.1.1).</summary>
internal sealed class ShowPolicies(ServiceBook services, Frames frames)
{
    public Task<IResult> AgreementAsync(HttpContext context) => Task.FromResult<IResult>(
        new RazorComponentResult<AgreementPage>(new { Frame = frames.Of(context, EnterpriseCatalogue.Agreement.Route), View = View() }));

    public Task<IResult> PrivacyAsync(HttpContext context) => Task.FromResult<IResult>(
        new RazorComponentResult<PrivacyPage>(new { Frame = frames.Of(context, EnterpriseCatalogue.Privacy.Route), View = View() }));

    private PolicyView View() => new([.. services.Newest.Select(policy => services.Versions(policy.ServiceId))]);
}
