/** Reduced from the compose page of Roundcube 1.6.5, elastic, with the parts that the adapter reads. */
const row = (field: string, chips: readonly string[], typed: string): string => `
  <div id="compose_${field}" class="form-group row"><textarea name="_${field}" id="_${field}" data-recipient-input="true"></textarea>
  <ul class="form-control recipient-input">${chips.map(chip).join('')}<li class="input"><input type="text" value="${typed}"></li></ul></div>`;

const chip = (address: string): string =>
  `<li class="recipient"><span class="name">${address}</span><span class="email">,</span><a class="button icon remove"></a></li>`;

export interface PageParts {
  readonly to?: readonly string[];
  readonly typed?: string;
  readonly subject?: string;
  readonly text?: string;
}

export const composePage = ({ to = [], typed = '', subject = '', text = '' }: PageParts = {}): string => `
  <div id="layout-sidebar"><ul id="attachment-list"></ul></div>
  <div id="layout-content"><div class="header"><a id="rcmbtn1-clone" href="#" class="primary send button"><span class="inner">Send</span></a></div>
  <div id="compose-content"><form name="form"><input type="hidden" name="_id" value="77"><input type="hidden" name="_draft" value="">
  <select id="_from"><option value="1" selected>Rina &lt;rina@humas.example&gt;</option></select>
  ${row('to', to, typed)}${row('cc', [], '')}${row('bcc', [], '')}
  <input id="compose-subject" name="_subject" value="${subject}"><textarea id="composebody">${text}</textarea></form>
  <div class="formbuttons"><button type="button" class="btn btn-primary send" id="rcmbtn1" onclick="return rcmail.command('send','',this,event)">Send</button></div>
  </div></div><script src="program/js/app.min.js" type="text/plain"></script>`;

export const noSubjectDialog = `
  <div class="ui-dialog warning"><div class="ui-dialog-content"><div class="prompt"><input type="text" data-submit="true"></div></div>
  <div class="ui-dialog-buttonpane"><div class="ui-dialog-buttonset"><button class="mainaction send">Send message</button>
  <button class="cancel">Cancel</button></div></div></div>`;

export const disclosedDialog = `
  <div class="ui-dialog warning"><div class="ui-dialog-buttonpane"><div class="ui-dialog-buttonset"><button class="mainaction">Send message</button>
  <button class="bcc">Use Bcc</button><button class="cancel">Cancel</button></div></div></div>`;
