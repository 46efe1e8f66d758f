using Ascs.Hosts.Handset.Pages;
using Ascs.Hosts.Handset.Store;
using Ascs.Hosts.Handset.Texts;

namespace Ascs.Hosts.Handset.Phones;

/// <summary><c>POST /phones</c>: opens the phone with a number, making it when it is new. The number travels in the form only; the address it leads to has the opaque id.</summary>
internal sealed class OpenPhone(Writer writer, ShowPhones list)
{
    internal async Task<IResult> Handle(HttpContext http, IFormCollection form)
    {
        var number = string.Concat(form["number"].ToString().Where(c => !char.IsWhiteSpace(c) && c != '-'));
        if (!Digits.IsSubscriber(number)) return list.Page(http, Words.Of(http.Request)["请输入 5 到 15 位数字。", "Enter 5 to 15 digits."]);
        var id = await writer.Write(ledger => ledger.PhoneIdOf(ledger.Phone(number)));
        return LanguageSwitch.SeeOther(http, $"/phones/{id}");
    }
}
