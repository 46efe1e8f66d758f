using Ascs.Contracts;
using Ascs.Enterprise.Authorising;
using Ascs.Enterprise.Consent;
using Ascs.Enterprise.Pages;
using Microsoft.AspNetCore.Http;

namespace Ascs.Enterprise.Subscriptions;

/// <summary><c>POST /subscriptions</c>: a manage code lets this browser see its subscription.</summary>
internal sealed class OpenSubscriptions(CodeTries tries, ManageCodes codes, ConsentRecords records, VisitorGrants grants, Forms forms, Notices notices, ShowSubscriptions page)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var ct = context.RequestAborted;
        if (await forms.ReadOwnAsync(context) is not ({ } visitor, { } fields))
            return notices.ForeignForm(context);
        if (!await tries.CountAsync(context, ct))
            return await page.PageAsync(context, visitor, CodeFault.TooMany);
        if (await codes.FindAsync(fields["code"], ct) is not { } nonce || await records.FindAsync(nonce, ct) is not { Value.Grant: { } grant })
            return await page.PageAsync(context, visitor, CodeFault.Unknown);
        await grants.AddAsync(visitor.Partition, nonce, grant.ExpiresAt, ct);
        return new SeeOther(EnterpriseCatalogue.Subscriptions.Route);
    }
}
