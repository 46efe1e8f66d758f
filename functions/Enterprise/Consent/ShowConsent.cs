using Ascs.Contracts;
using Ascs.Enterprise.Pages;
using Ascs.Enterprise.Services;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ascs.Enterprise.Consent;

/// <summary><c>GET /consent</c>: the separate prompt (ISC-6.1.1.1).</summary>
internal sealed class ShowConsent(ConsentSessions sessions, ConsentRecords records, ServiceBook services, Visitors visitors, Frames frames, Notices notices)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (visitors.Find(context) is not { } visitor || await sessions.FindOpenAsync(visitor, context.RequestAborted) is not { Value: var session })
            return notices.SessionOver(context);
        if (session.Settled is not null)
            return new SeeOther(EnterpriseCatalogue.Subscriptions.Route); // decided already: what is left is to see it or to cancel it
        var frame = frames.Of(context, EnterpriseCatalogue.ConsentShow.Route);
        return services.Find(session.ServiceId, session.PolicyVersion) is { } policy
            ? Page(context, policy, await EnteredAsync(session, frame.Language, context.RequestAborted), [])
            : notices.SessionOver(context);
    }

    // Nothing is ticked beforehand (ISC-6.1.1.1). Who comes back from the check page finds what they ticked themselves a moment ago.
    private async Task<ConsentForm> EnteredAsync(ConsentSession session, Language language, CancellationToken ct) =>
        session.Prepared is { } nonce && await records.FindAsync(nonce, ct) is { Value: { State: ConsentState.Prepared, Choices: var chosen } }
            ? new ConsentForm(chosen.Channels, chosen.TermDays, language)
            : ConsentForm.Empty(language);

    /// <summary>The page, with what the last post lacked.</summary>
    public IResult Page(HttpContext context, ServicePolicy policy, ConsentForm form, IReadOnlyList<ConsentFault> faults)
    {
        var frame = frames.Of(context, EnterpriseCatalogue.ConsentShow.Route);
        var view = new ConsentView(new Prompt(policy, frame.Language), form, faults, context.Request.Headers["Sec-GPC"] == "1");
        return new RazorComponentResult<ConsentPage>(new { Frame = frame, View = view }) { StatusCode = faults.Count == 0 ? 200 : 422 };
    }
}
