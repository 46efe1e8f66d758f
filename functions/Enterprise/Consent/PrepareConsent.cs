using System.Buffers.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Enterprise.Pages;
using Ascs.Enterprise.Services;
using Ascs.Storage;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ascs.Enterprise.Consent;

/// <summary><c>POST /consent</c>: checks what was chosen and asks the person to check it too (ISC-7.4). Nothing is agreed yet.</summary>
internal sealed class PrepareConsent(
    ConsentSessions sessions, ConsentDesk desk, ServiceBook services, IPlatformDirectory directory, Forms forms, Frames frames, Notices notices, ShowConsent prompt)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var ct = context.RequestAborted;
        if (await forms.ReadOwnAsync(context) is not ({ } visitor, { } fields))
            return notices.ForeignForm(context);
        if (fields["decision"] == "later")
            return await LaterAsync(context, visitor, ct);
        if (await sessions.FindOpenAsync(visitor, ct) is not { Value.Settled: null } session
            || services.Find(session.Value.ServiceId, session.Value.PolicyVersion) is not { } policy)
            return notices.SessionOver(context);
        var form = ConsentForm.Read(fields, Languages.Of(context));
        var (choices, faults) = form.Decide(policy);
        return choices is null ? prompt.Page(context, policy, form, faults) : await CheckAsync(context, visitor, session, policy, choices, ct);
    }

    private async Task<IResult> CheckAsync(
        HttpContext context, Visitor visitor, Stored<ConsentSession> session, ServicePolicy policy, ConsentChoices choices, CancellationToken ct)
    {
        if (await desk.PrepareAsync(visitor, session, policy, choices, ct) is not { } record)
            return notices.Show(context, 503, new NoticeView(
                new("暂时无法继续", "We can't go on right now"),
                new("与合作平台的连接还没有就绪。您没有被订阅任何服务，请稍后再试。", "A partner platform is not ready. You are not subscribed to anything. Please try again later.")));
        var trustedParty = directory.TrustedParty();
        var address = trustedParty.PublicAddress ?? throw new InvalidOperationException("The trusted party's public address is not configured.");
        context.AllowFormsTo(address);
        var carried = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(record.Confirmation, WireOptions.Strict));
        var view = new CheckView(policy, choices, new Uri(address, TrustedPartyCatalogue.Confirm.Route), LocalText.Split(trustedParty.Name), carried);
        return new RazorComponentResult<CheckPage>(new { Frame = frames.Of(context, EnterpriseCatalogue.ConsentShow.Route), View = view });
    }

    // Refusing blocks nothing and asks nothing more (ISC-6.1.1.1: whether is a choice).
    private async Task<IResult> LaterAsync(HttpContext context, Visitor visitor, CancellationToken ct)
    {
        await sessions.EndAsync(visitor.Partition, ct);
        return notices.Show(context, 200, new NoticeView(
            new("好的，没有开通", "Fine, nothing was switched on"),
            new("您没有订阅，设备标识已删除。其他服务照常使用，想好了随时可以再来。",
                "You are not subscribed, and the device identifier was deleted. Everything else works as before, and you can come back any time."),
            IsGood: true));
    }
}
