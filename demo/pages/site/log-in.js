/**
 * Hand a token to the business server, which has it validated.
 *
 * @param {{token: string, userInformation: string}} result what the `token` event carries
 * @returns {Promise<string>} the server's JSON, or the JSON of an error where none came
 */
export const logIn = async ({ token, userInformation }) => {
  try {
    const response = await fetch('api/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      // To the letter: a decoded userInformation would not be recognised.
      body: JSON.stringify({ token, userInformation }),
    });
    return await response.text();
  } catch (error) {
    return JSON.stringify({ code: '500', message: String(error) });
  }
};
