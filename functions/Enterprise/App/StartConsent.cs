using System.Globalization;
using Ascs.Contracts;
using Ascs.Enterprise.Consent;
using Ascs.Enterprise.Pages;
using Ascs.Enterprise.Services;
using Microsoft.AspNetCore.Http;

namespace Ascs.Enterprise.App;

/// <summary><c>POST /start</c>: the app opens the separate prompt. What the form carries is a place in the list; the identifier stays on the server, encrypted.</summary>
internal sealed class StartConsent(ServiceBook services, Phones phones, ConsentSessions sessions, Forms forms, Notices notices, ShowApp app)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (await forms.ReadOwnAsync(context) is not ({ } visitor, { } fields))
            return notices.ForeignForm(context);
        int? phone = int.TryParse(fields["phone"], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
        if (!ServiceId.TryParse(fields["service"], out var service) || services.Find(service) is not { } policy)
            return app.Page(context, visitor, AppFault.ServiceMissing, phone);
        if (phone is null || phones.Read(phone.Value, policy) is not { } identifiers)
            return app.Page(context, visitor, AppFault.PhoneMissing, service: service);
        if (identifiers.Count == 0)
            return app.Page(context, visitor, AppFault.PhoneUnfit, phone, service);
        await sessions.StartAsync(visitor, policy, identifiers, context.RequestAborted);
        return new SeeOther(EnterpriseCatalogue.ConsentShow.Route);
    }
}
